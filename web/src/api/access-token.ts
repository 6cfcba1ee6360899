/** The access token lives in this tab's memory only: nothing that is stored can be stolen by a script. */

let token: string | null = null
let settled: Promise<unknown> = Promise.resolve()

export const accessToken = {
  get: () => token,
  set: (value: string | null) => {
    token = value
  },
  /** Requests wait for this, so that those of the first page already carry the restored session. */
  waitFor: (restoring: Promise<unknown>) => {
    settled = restoring.catch(() => undefined)
  },
  settled: () => settled,
}
