type Facts = Readonly<Record<string, unknown>>;
type Penalty = Readonly<Record<string, unknown>> & { readonly kind?: unknown };

/**
 * Facts of a record after a later file: what the file says wins, what it is silent about stays. The two generations of headings tell
 * different things of the same decision, and the poorer one must not erase amounts, brackets and terms that the richer one brought.
 */
export function mergeFacts(before: Facts, after: Facts): Facts {
  return { ...before, ...after, penalties: mergePenalties(listOf(before.penalties), listOf(after.penalties)) };
}

function listOf(value: unknown): readonly Penalty[] {
  return Array.isArray(value) ? (value as Penalty[]) : [];
}

function mergePenalties(before: readonly Penalty[], after: readonly Penalty[]): readonly Penalty[] {
  return after.map((one) => ({ ...before.find((other) => other.kind === one.kind), ...one }));
}
