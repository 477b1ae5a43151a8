/** Longer texts are hardly ever repeated, and keeping them would cost more than reading them again. */
const LONGEST = 100;

/**
 * A reading that depends on the text alone, with its answers kept: a file names few organs, kinds and categories, each a thousand
 * times. Forgets everything when `most` texts are known, so that memory stays bounded whatever the file holds.
 */
export function remembered<T>(read: (text: string) => T, most = 500): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST) return read(text);
    const known = answers.get(text);
    if (known !== undefined) return known;
    if (answers.size >= most) answers.clear();
    // A copy: a piece cut from a file's text keeps that whole text in memory.
    const own = text.split('').join('');
    const answer = read(own);
    answers.set(own, answer);
    return answer;
  };
}
