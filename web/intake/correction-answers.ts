import { faultOfCorrected, namedField } from '#domain/casework/correctable-fields.ts';
import type { MatterExtraField } from '#domain/catalog/catalog.ts';

/** A line of a call for correction. */
export interface CalledLine {
  readonly key: string;
  readonly name: string;
  readonly reason: string;
}

/** A field that a line names: what stands there now, and how the 另附表 asks it; null where the joint form does. */
export interface CalledField {
  readonly key: string;
  readonly value: string;
  readonly asks: MatterExtraField | null;
}

/** What is answered to one line: files and words, or the new value of a field. `kept`: looked at, and right as it stands. */
export interface CorrectionAnswer<F> {
  readonly files: readonly F[];
  readonly text: string;
  readonly kept: boolean;
}

type Answers<F> = Readonly<Record<string, CorrectionAnswer<F>>>;

/** The answer to a line; a field begins with what stands in the form. */
export function answerTo<F>(answers: Answers<F>, fields: readonly CalledField[], key: string): CorrectionAnswer<F> {
  const value = fields.find((one) => one.key === key)?.value ?? '';
  return answers[key] ?? { files: [], text: value, kept: false };
}

/** What is wrong with the answer to one line, in one sentence; null where nothing is. */
export function faultOfAnswer(
  { key, name }: CalledLine,
  fields: readonly CalledField[],
  { files, text, kept }: CorrectionAnswer<unknown>,
): string | null {
  const named = namedField(key);
  if (!named) return files.length === 0 && !text.trim() ? `请为“${name}”上传材料或写明情况` : null;
  const field = fields.find((one) => one.key === key);
  const fault = faultOfCorrected(named, text, field?.asks ? [field.asks] : []);
  if (fault) return fault;
  // Correction is asked for once: what was left as it stood is sent only by somebody who has said so.
  return !kept && text.trim() === field?.value.trim()
    ? `“${name}”还没有改。核对过没有错的，请勾选“核对过，不用改”`
    : null;
}

/** The answers as they are sent, one to each line. */
export function answersToSend<F>(
  missing: readonly CalledLine[],
  fields: readonly CalledField[],
  answers: Answers<F>,
  idOf: (file: F) => string,
): { key: string; attachmentIds: string[]; text?: string }[] {
  return missing.map(({ key }) => {
    const { files, text } = answerTo(answers, fields, key);
    const words = text.trim();
    return { key, attachmentIds: namedField(key) ? [] : files.map(idOf), ...(words ? { text: words } : {}) };
  });
}
