/** How many characters a text has as people count them: a rare character outside the first plane (𬭎) is one. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** What is said beside a text that has more characters than `most`; null where it fits. Nothing is ever cut off. */
export function tooLongText(text: string, most: number | undefined): string | null {
  // A text is never shorter in units than in characters: the common case costs no walk.
  if (most === undefined || text.length <= most) return null;
  const length = lengthOf(text);
  return length > most ? `最多 ${most} 个字，现在 ${length} 个，多了 ${length - most} 个，请删减。` : null;
}
