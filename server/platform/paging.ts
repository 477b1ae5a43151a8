/** Keyset pages: the last row's sort values travel as one opaque text. */
export function encodeCursor(values: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** The values of a cursor; undefined when it is absent or not one of ours. */
export function decodeCursor(text: string | undefined, length: number): (string | number | null)[] | undefined {
  if (!text) return undefined;
  try {
    const values: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    const fits =
      Array.isArray(values) &&
      values.length === length &&
      values.every((one) => one === null || typeof one === 'string' || typeof one === 'number');
    return fits ? values : undefined;
  } catch {
    return undefined;
  }
}

/** Rows of one page. */
export const pageSize = 50;
