import type { Outcome } from '../exchange/outcome.ts';

/** The time-stamp authority (时间戳服务). */
export interface TimeStampPort {
  /** Hands in a request of RFC 3161 (DER, base64) and gets the answer (DER, base64). */
  stamp(asked: { readonly request: string }): Promise<Outcome<{ readonly response: string }>>;
}
