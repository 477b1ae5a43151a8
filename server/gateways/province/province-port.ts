import type { EffectsPort } from '../exchange/effects-port.ts';
import type { Outcome } from '../exchange/outcome.ts';

/** What the registers of the province say about a subject (登记信息); null where they hold nothing. */
export interface Registration {
  readonly name: string;
  readonly address: string | null;
  readonly legalRep: string | null;
  readonly registryOrgan: string | null;
}

/** Reads the registers: what the form is filled in with. */
export interface RegistrationPort {
  /** By USCC. `registration` is null where no register knows the number. */
  readRegistration(identifier: string): Promise<Outcome<{ readonly registration: Registration | null }>>;
}

/** 省公共信用信息平台: ends sharing a record with other units, lifts the measures that rest on it, and holds the registers. */
export type ProvincePort = EffectsPort & RegistrationPort;
