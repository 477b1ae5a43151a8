/** What acts are founded on: what events, items and proposals alike keep of it. */

/** A reason given to the applicant: the code of the editable list and the sentence that is printed. */
export interface Reason {
  readonly code: string;
  readonly text: string;
}

/** What was found for one condition of the matter when deciding. */
export interface ConditionFinding {
  readonly key: string;
  readonly text: string;
  readonly met: boolean;
  readonly evidence: string;
  /** 依据材料: the papers of the file that it rests on, as they were called then; absent where none was named. */
  readonly papers?: readonly FoundIn[];
}

/** A paper of the item's file. */
export interface FoundIn {
  readonly attachmentId: string;
  readonly name: string;
}

/** One paper or statement the authority asks for. */
export interface MissingMaterial {
  readonly key: string;
  readonly name: string;
  readonly reason: string;
}
