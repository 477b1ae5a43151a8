/** Signs that cannot be seen, among them those that turn the reading direction and make “exe.fdp” read as a PDF. */
const unseen = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;
/** What Windows does not allow in a name, and what a page or a header could trip over. */
const awkward = /[<>:"|?*]/g;
const longest = 120;

/** The name as the person knows it: no folders, nothing unseen, at most 120 characters with its ending kept. */
export function cleanFileName(name: string | undefined): string {
  const last = (name ?? '').toWellFormed().split(/[\\/]/).at(-1) ?? '';
  const clean = last
    .normalize('NFC')
    .replace(unseen, '')
    .replace(awkward, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  if (clean === '') return '未命名文件';
  const letters = [...clean];
  if (letters.length <= longest) return clean;
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(clean)?.[0] ?? '';
  return letters.slice(0, longest - ending.length).join('') + ending;
}

/** Content-Disposition with the name for every browser: plain letters for old ones, UTF-8 beside them (RFC 6266, RFC 8187). */
export function contentDisposition(way: 'inline' | 'attachment', name: string): string {
  const safe = cleanFileName(name);
  const plain = safe.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_');
  const coded = encodeURIComponent(safe).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${way}; filename="${plain}"; filename*=UTF-8''${coded}`;
}
