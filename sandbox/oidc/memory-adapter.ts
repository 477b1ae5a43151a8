/** What the provider stores under an id: codes, tokens, sessions. Its members are the library's business. */
type Payload = Record<string, unknown> & { uid?: string; grantId?: string; consumed?: number };

interface Kept {
  readonly payload: Payload;
  readonly expiresAt: number;
}

const MAX_ENTRIES = 20_000;

/**
 * Storage of the provider in memory: after a restart of the sandbox people sign in again.
 * Expired entries go at the next write; beyond the bound the oldest go.
 */
export function openMemoryAdapter() {
  const kept = new Map<string, Kept>();
  const live = (key: string): Payload | undefined => {
    const entry = kept.get(key);
    return entry && entry.expiresAt > Date.now() ? entry.payload : undefined;
  };
  const tidy = () => {
    for (const [key, { expiresAt }] of kept) if (expiresAt <= Date.now() || kept.size > MAX_ENTRIES) kept.delete(key);
  };
  let writes = 0;
  return (model: string) => ({
    async upsert(id: string, payload: Payload, expiresIn?: number) {
      writes += 1;
      if (writes % 500 === 0) tidy();
      kept.set(`${model}:${id}`, {
        payload,
        expiresAt: expiresIn ? Date.now() + expiresIn * 1000 : Number.POSITIVE_INFINITY,
      });
    },
    async find(id: string) {
      return live(`${model}:${id}`);
    },
    async findByUid(uid: string) {
      for (const [key, { payload }] of kept) if (key.startsWith(`${model}:`) && payload.uid === uid) return live(key);
      return undefined;
    },
    async findByUserCode() {
      return undefined;
    },
    async consume(id: string) {
      const payload = live(`${model}:${id}`);
      if (payload) payload.consumed = Math.floor(Date.now() / 1000);
    },
    async destroy(id: string) {
      kept.delete(`${model}:${id}`);
    },
    async revokeByGrantId(grantId: string) {
      for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key);
    },
  });
}
