/** Papers of which later editions are printed as something is added: earlier ones stay as they were, people are given the newest. */
const inEditions: readonly string[] = ['joint-application-form'];

/** Papers in the order they were ordered, of each with editions only the newest, where its first one stood. */
export function newestEditions<T extends { readonly kind: string }>(papers: readonly T[]): T[] {
  const newest = new Map(papers.filter((one) => inEditions.includes(one.kind)).map((one) => [one.kind, one]));
  return papers.flatMap((one) => {
    if (!inEditions.includes(one.kind)) return [one];
    const last = newest.get(one.kind);
    newest.delete(one.kind);
    return last ? [last] : [];
  });
}
