import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useEffect, useState } from 'react';
import type { Proposal } from '#contract/catalog-changes.ts';
import { call, type ReplyTo } from '../../api.ts';
import { type ApiProblem, asProblem, type FieldProblem } from '../../api-problem.ts';
import { useGo } from '../address.ts';
import { useAct } from '../ask.ts';

/** What every filing has, whatever it changes. */
export interface FilingBase {
  readonly effectiveOn: string;
  readonly basis: string;
  readonly urgentReason: string;
}

/** A filing being written. */
export interface Filing<D extends FilingBase> {
  readonly draft: D;
  readonly set: (change: Partial<D>) => void;
  /** Throws away what was written and begins as at first. */
  readonly restart: () => void;
  readonly touched: boolean;
  readonly preview: ReplyTo<'previewCatalogChange'> | undefined;
  /** Why it could not be filed as it stands. */
  readonly missing: ApiProblem | null;
  readonly looking: boolean;
  /** Faults to be shown beside their fields: none before the person has tried to file. */
  readonly faults: readonly FieldProblem[];
  readonly file: () => void;
  readonly busy: boolean;
  readonly error: unknown;
}

const minBasis = 5;
const pauseMs = 500;

/** Keeps a filing as it is written (also over a reload or an ended session), previews it as it stands, and files it. */
export function useFiling<D extends FilingBase>(
  name: string,
  initial: D,
  proposalOf: (draft: D) => Omit<Proposal, keyof FilingBase>,
  /** The basis where the paper is the basis; otherwise it is written by hand. */
  basisFrom: (draft: D) => string = (draft) => draft.basis,
): Filing<D> {
  const [written, write] = useKept<Partial<D>>(`office.filing.${name}`);
  const draft = { ...initial, ...written };
  const [tried, setTried] = useState(false);
  const act = useAct('fileCatalogChange', ['listCatalogChanges', 'getCatalogChange']);
  const go = useGo();
  const body = bodyOf({ ...draft, basis: basisFrom(draft) }, proposalOf(draft));
  const asked = useSettled(JSON.stringify(tried || body.basis.length >= minBasis ? body : withoutBasis(body)));
  const preview = useQuery({
    queryKey: ['previewCatalogChange', asked],
    queryFn: () => call('previewCatalogChange', { body: JSON.parse(asked) as Proposal }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
  const missing = preview.error ? asProblem(preview.error) : null;
  const set = useCallback(
    (change: Partial<D>) => {
      act.reset();
      write((was) => ({ ...was, ...change }));
    },
    [act.reset, write],
  );
  return {
    draft,
    set,
    restart: () => {
      act.reset();
      setTried(false);
      write(() => ({}));
    },
    touched: Object.keys(written).length > 0,
    preview: missing ? undefined : preview.data,
    missing,
    looking: preview.isFetching,
    faults: act.error ? asProblem(act.error).fields : tried ? (missing?.fields ?? []) : [],
    file: () => {
      setTried(true);
      act.mutate(
        { body },
        {
          onSuccess: (change) => {
            write(() => ({}));
            go(`/catalog/changes/${change.changeId}`);
          },
        },
      );
    },
    busy: act.isPending,
    error: act.error,
  };
}

function bodyOf(draft: FilingBase, proposal: Omit<Proposal, keyof FilingBase>): Proposal {
  const urgentReason = draft.urgentReason.trim();
  return {
    ...proposal,
    effectiveOn: draft.effectiveOn,
    basis: draft.basis.trim(),
    ...(urgentReason ? { urgentReason } : {}),
  };
}

/** The content can be looked at before its basis is written. */
const withoutBasis = (body: Proposal): Proposal => ({ ...body, basis: '（还没有写依据）' });

function useKept<T extends object>(key: string): [T, (change: (was: T) => T) => void] {
  const [value, setValue] = useState<T>(() => {
    try {
      return JSON.parse(sessionStorage.getItem(key) ?? '{}') as T;
    } catch {
      return {} as T;
    }
  });
  useEffect(() => {
    try {
      sessionStorage.setItem(key, JSON.stringify(value));
    } catch {
      // A full or forbidden store only means that a reload loses what was written.
    }
  }, [key, value]);
  return [value, setValue];
}

/** A value once it has not changed for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

const Faults = createContext<readonly FieldProblem[]>([]);
export const FaultsProvider = Faults.Provider;

/** What is wrong with a field of the proposal, by its path; with `below`, with anything inside it too. */
export function useFault(path: string, below = false): string | undefined {
  const faults = useContext(Faults);
  return faults.find((one) => one.field === path || (below && one.field.startsWith(`${path}.`)))?.text;
}
