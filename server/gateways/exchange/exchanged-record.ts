/** Whom a record is about, as outside systems want it. `identifier` is the USCC of an organisation, else the citizen id. */
export interface ExchangedSubject {
  readonly name: string;
  readonly type: 'organisation' | 'sole-trader' | 'person';
  readonly identifier: string;
}

/** A record as outside systems know it: our id, the number of the finding document, the unit that made it. */
export interface ExchangedRecord {
  readonly recordId: string;
  readonly documentNo: string;
  /** Matter key of the catalogue, e.g. `market-penalty`. */
  readonly matter: string;
  /** Name of the unit that found the record. */
  readonly authority: string;
}

/** What shared data shows in place of a paper that nobody had to bring; the receiver can look it up again by the query's number. */
export interface ExchangedProof {
  readonly source: string;
  readonly queryNo: string;
  /** Day it was read, `YYYY-MM-DD`. */
  readonly readOn: string;
  readonly text: string;
}

/** A material handed over by digest; the file itself is fetched by the receiver's own agreed way. */
export interface ExchangedMaterial {
  readonly name: string;
  /** Hex. */
  readonly sha256: string;
  readonly bytes: number;
}
