import { http } from './http'
import { toProblem } from './problem'

async function pdf(path: string, params?: Record<string, unknown>): Promise<Blob> {
  try {
    const { data } = await http.get<Blob>(path, {
      params,
      headers: { Accept: 'application/pdf' },
      responseType: 'blob',
    })
    return data
  } catch (error) {
    throw toProblem(error)
  }
}

/** An invoice as a PDF. */
export const invoiceFile = (paymentId: string) => pdf(`/payments/${paymentId}/invoice`)

/** The statement of a year as a PDF. */
export const statementFile = (year: number) => pdf('/payments/statement', { year })
