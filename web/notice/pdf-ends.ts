/** Where a PDF ended before something was added: behind each `%%EOF` and its line break but the last, the latest first. */
export function endsBefore(content: Uint8Array): number[] {
  const mark = [0x25, 0x25, 0x45, 0x4f, 0x46];
  const ends: number[] = [];
  for (let at = content.indexOf(0x25); at >= 0; at = content.indexOf(0x25, at + 1)) {
    if (!mark.every((byte, index) => content[at + index] === byte)) continue;
    const end = at + mark.length;
    ends.push(content[end] === 0x0a ? end + 1 : end);
  }
  return ends.filter((end) => end < content.length).reverse();
}
