import { Button } from 'antd';
import type { ReactNode } from 'react';
import { GroupFault } from './Fielded.tsx';

interface Props<T> {
  /** What one is called: 条件, 材料. */
  readonly name: string;
  /** Path of the list in the proposal. */
  readonly path: string;
  readonly list: readonly T[];
  readonly set: (list: T[]) => void;
  readonly fresh: (list: readonly T[]) => T;
  readonly keyOf: (one: T) => string;
  readonly children: (one: T, change: (next: Partial<T>) => void, index: number) => ReactNode;
}

/** Parts of a matter, one below the other: changed in place, taken out, added at the end. */
export function PartList<T>({ name, path, list, set, fresh, keyOf, children }: Props<T>) {
  const change = (index: number, next: Partial<T>) =>
    set(list.map((one, at) => (at === index ? { ...one, ...next } : one)));
  return (
    <>
      <GroupFault path={path} />
      <ol className="parts">
        {list.map((one, index) => (
          <li key={keyOf(one)} className="part">
            <div className="part-head">
              <strong>
                {name} {index + 1}
              </strong>
              <Button size="small" onClick={() => set(list.filter((_, at) => at !== index))}>
                去掉{name} {index + 1}
              </Button>
            </div>
            <GroupFault path={`${path}.${index}`} />
            {children(one, (next) => change(index, next), index)}
          </li>
        ))}
      </ol>
      <div>
        <Button onClick={() => set([...list, fresh(list)])}>增加一项{name}</Button>
      </div>
    </>
  );
}
