import {
  type InfiniteData,
  keepPreviousData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useRef } from 'react';
import { type CallInput, call, type EndpointName, newRequestId, type ReplyTo } from '../api.ts';
import { ApiProblem } from '../api-problem.ts';

interface AskOptions {
  readonly enabled?: boolean;
  readonly staleTime?: number;
  readonly refetchInterval?: number | false;
  /** Shows the last answer while the next one is being asked. */
  readonly keep?: boolean;
  /** How a list calls the parameter that continues it. */
  readonly continuedBy?: 'after' | 'cursor';
}

type LooseCall = (name: string, input: object) => Promise<unknown>;
const askServer = call as unknown as LooseCall;

/** Asks a question of the API and keeps the answer fresh. */
export function useAsk<N extends EndpointName>(
  name: N,
  input: CallInput<N>,
  { keep, ...options }: AskOptions = {},
): UseQueryResult<ReplyTo<N>, Error> {
  return useQuery({
    queryKey: [name, input],
    queryFn: ({ signal }) => askServer(name, { ...(input as object), signal }) as Promise<ReplyTo<N>>,
    ...options,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  }) as UseQueryResult<ReplyTo<N>, Error>;
}

interface Page {
  readonly next: string | null;
}

/** Asks a list page by page; `next` of the last page continues it. */
export function useAskPages<N extends EndpointName>(
  name: N,
  input: CallInput<N>,
  options: AskOptions = {},
): UseInfiniteQueryResult<InfiniteData<ReplyTo<N>>, Error> {
  const { query, ...rest } = input as { query?: object };
  return useInfiniteQuery({
    queryKey: [name, input, 'pages'],
    queryFn: ({ pageParam, signal }) =>
      askServer(name, {
        ...rest,
        query: { ...query, ...(pageParam ? { [options.continuedBy ?? 'after']: pageParam } : {}) },
        signal,
      }) as Promise<ReplyTo<N>>,
    initialPageParam: '',
    getNextPageParam: (last) => (last as Page).next || undefined,
    enabled: options.enabled ?? true,
    staleTime: options.staleTime ?? 10_000,
  }) as unknown as UseInfiniteQueryResult<InfiniteData<ReplyTo<N>>, Error>;
}

/** Carries out an act; afterwards the named questions are asked again. */
export function useAct<N extends EndpointName>(name: N, asksAgain: readonly EndpointName[] = []) {
  const client = useQueryClient();
  return useMutation<ReplyTo<N>, Error, CallInput<N>>({
    mutationFn: (input) => askServer(name, input as object) as Promise<ReplyTo<N>>,
    onSuccess: () => Promise.all(asksAgain.map((one) => client.invalidateQueries({ queryKey: [one] }))),
  });
}

/**
 * One request id for one intention: the same while it is unknown whether the last try arrived, a new one after an answer.
 * A double click or a retry after a lost answer therefore acts once.
 */
export function useRequestId(): { current: () => string; answered: (error?: unknown) => void } {
  const id = useRef<string | null>(null);
  return {
    current: () => {
      id.current ??= newRequestId();
      return id.current;
    },
    answered: (error) => {
      if (!(error instanceof ApiProblem && error.lost)) id.current = null;
    },
  };
}
