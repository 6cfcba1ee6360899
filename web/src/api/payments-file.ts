import { http } from './http'
import { toProblem } from './problem'
import type { PaymentFilter } from './types'

/** The payment history as comma-separated values: all that the filter lets through, in one file. */
export async function paymentsFile(filter: PaymentFilter): Promise<Blob> {
  try {
    const { data } = await http.get<string>('/payments.csv', { params: filter })
    return new Blob([data], { type: 'text/csv' })
  } catch (error) {
    throw toProblem(error)
  }
}
