/** An identifier for lists: persons keep the first four and the last two characters; credit codes of organisations are public. */
export function maskIdentifier(kind: string, identifier: string): string {
  if (kind !== 'person') return identifier;
  if (identifier.length <= 6) return '*'.repeat(identifier.length);
  return identifier.slice(0, 4) + '*'.repeat(identifier.length - 6) + identifier.slice(-2);
}

/** A name for strangers: the first character of a person's name; organisations are public. */
export function maskName(kind: string, name: string): string {
  return kind === 'person' ? `${[...name][0] ?? ''}${'*'.repeat(Math.max(1, [...name].length - 1))}` : name;
}

/** 138****1234 */
export function maskPhone(phone: string | null): string | null {
  if (!phone) return null;
  return phone.length >= 7 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : '****';
}
