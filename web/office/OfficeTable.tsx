import { Button, Checkbox, Popover, Table, type TableProps } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useEffect, useRef } from 'react';
import { useRemembered } from './remembered.ts';

interface Props<T> extends Omit<TableProps<T>, 'columns' | 'pagination'> {
  /** Name under which the choice of columns is remembered. */
  readonly name: string;
  readonly columns: ColumnsType<T>;
  /** Keys of columns that always stay. */
  readonly fixedKeys?: readonly string[];
  readonly caption: string;
  readonly toolbar?: React.ReactNode;
  /** On a phone each line becomes a block of its cells, one below the other under their headings, instead of scrolling sideways. */
  readonly stacks?: boolean;
}

/** The offices' table: dense, head stays in sight, columns can be left out and the choice is remembered. */
export function OfficeTable<T extends object>({
  name,
  columns,
  fixedKeys = [],
  caption,
  toolbar,
  stacks = false,
  ...rest
}: Props<T>) {
  const [hidden, hide] = useRemembered<string[]>(`columns.${name}`, []);
  const shown = columns.filter((column) => !hidden.includes(String(column.key)));
  const choosable = columns.filter(
    (column) => !fixedKeys.includes(String(column.key)) && typeof column.title === 'string',
  );
  const chooser = (
    <div className="column-choice">
      {choosable.map((column) => {
        const key = String(column.key);
        return (
          <Checkbox
            key={key}
            checked={!hidden.includes(key)}
            onChange={(event) => hide(event.target.checked ? hidden.filter((one) => one !== key) : [...hidden, key])}
          >
            {column.title as string}
          </Checkbox>
        );
      })}
    </div>
  );
  const place = useReachableScroll(caption);
  return (
    <div className={stacks ? 'office-table stacks' : 'office-table'} ref={place}>
      <div className="table-bar">
        <div className="table-bar-left">{toolbar}</div>
        <Popover content={chooser} trigger="click" placement="bottomRight">
          <Button size="small">选择列</Button>
        </Popover>
      </div>
      <Table<T>
        size="small"
        pagination={false}
        sticky={{ offsetHeader: 49 }}
        scroll={{ x: 'max-content' }}
        {...rest}
        columns={stacks ? shown.map(withHeading) : shown}
        aria-label={caption}
      />
    </div>
  );
}

/** Each cell bears its heading, for the stack on a phone. */
function withHeading<T>(column: ColumnsType<T>[number]): ColumnsType<T>[number] {
  return { ...column, onCell: () => ({ 'data-heading': column.title }) as object };
}

/** A table wider than the screen scrolls sideways; that part must be reachable with the keyboard, also once the window is smaller. */
function useReachableScroll(caption: string) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const parts = [...(place.current?.querySelectorAll<HTMLElement>('.ant-table-body, .ant-table-content') ?? [])];
    const mark = () => {
      for (const part of parts) {
        const scrolls = part.scrollWidth > part.clientWidth;
        part.tabIndex = scrolls ? 0 : -1;
        part.setAttribute('role', scrolls ? 'region' : 'none');
        if (scrolls) part.setAttribute('aria-label', `${caption}（可以左右滚动）`);
      }
    };
    mark();
    const watch = new ResizeObserver(mark);
    for (const part of parts) watch.observe(part);
    return () => watch.disconnect();
  });
  return place;
}
