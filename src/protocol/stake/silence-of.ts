/** What a certificate says of silence. */
import type { Certificate } from '../certificate.ts'
import { NO_CLAIM, type Silence } from './leak.ts'

/** Whom the voters of a certificate claimed silent, and in which round. Certificates carry no claims: nobody. */
export function silenceOf({ round }: Pick<Certificate, 'round'>): Silence {
  return { claim: NO_CLAIM, round }
}
