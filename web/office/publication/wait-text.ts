/** How long something has waited, in the words of a list. */
export function waitText(hours: number): string {
  if (hours < 1) return '不到 1 小时';
  return hours < 48 ? `${Math.floor(hours)} 小时` : `${Math.floor(hours / 24)} 天`;
}
