/** The two templates: 双公示 penalties, and one for abnormal listings, serious lists and the judgment list. */
export type ImportTemplate = 'penalty' | 'list';

/** Every column a template knows, by what it holds. */
export type ImportColumn =
  | 'name'
  | 'category'
  | 'uscc'
  | 'regNo'
  | 'orgCode'
  | 'taxNo'
  | 'institutionNo'
  | 'associationNo'
  | 'legalRep'
  | 'legalRepIdKind'
  | 'legalRepIdNo'
  | 'idKind'
  | 'idNo'
  | 'registrationState'
  | 'deregisteredOn'
  | 'formerNames'
  | 'docNumber'
  | 'act'
  | 'actFacts'
  | 'basis'
  | 'penaltyKinds'
  | 'penaltyKinds2'
  | 'penaltyName'
  | 'content'
  | 'fine'
  | 'confiscation'
  | 'licence'
  | 'findingDate'
  | 'validUntil'
  | 'publicUntil'
  | 'organName'
  | 'organCode'
  | 'sourceOrganName'
  | 'sourceOrganCode'
  | 'remark'
  | 'publishedDate'
  | 'procedure'
  | 'bracket'
  | 'field'
  | 'class'
  | 'termEnds'
  | 'dutiesPerformed'
  | 'correctionDate'
  | 'matter'
  | 'address'
  | 'phone'
  | 'plateNumber'
  | 'transportPermit'
  | 'obligation'
  | 'executionBasis'
  | 'performedPart'
  | 'outstandingPart';

/** A column of a template: the label used in messages, and every other heading it was met under, separated by blanks. */
export interface ColumnSpelling {
  readonly column: ImportColumn;
  readonly label: string;
  readonly headings: string;
}
