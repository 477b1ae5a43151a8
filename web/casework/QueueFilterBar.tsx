import { Button, Input, Select } from 'antd';
import { useEffect, useId, useState } from 'react';
import { itemStates } from '#domain/item/states.ts';
import { useAsk } from '../office/ask.ts';
import { Labelled } from '../office/Labelled.tsx';
import { filterNames, type QueueFilters } from './queue.ts';

interface Props {
  readonly filters: QueueFilters;
  readonly change: (next: Record<string, string | undefined>) => void;
}

const stateOptions = Object.entries(itemStates).map(([value, { office }]) => ({ value, label: office }));

/** Search and matter always; the rest folded away until asked for, open while one of them is set. */
export function QueueFilterBar({ filters, change }: Props) {
  const matters = useAsk('listMatters', { query: {} }, { staleTime: 3_600_000 });
  const [text, setText] = useState(filters.q ?? '');
  useEffect(() => setText(filters.q ?? ''), [filters.q]);
  const set = filterNames.filter((name) => name !== 'q' && name !== 'matter' && filters[name]);
  const [more, showMore] = useState(set.length > 0);
  const moreId = useId();
  return (
    <search>
      <div className="filters">
        <Input.Search
          id="queue-search"
          aria-label="查找主体名称、代码、文书号或编号"
          placeholder="名称、代码、文书号或编号"
          allowClear
          value={text}
          onChange={(event) => setText(event.target.value)}
          onSearch={(q) => change({ q: q.trim() })}
        />
        <Select
          aria-label="按事项筛选"
          placeholder="全部事项"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={filters.matter || undefined}
          options={matters.data?.matters.map((one) => ({ value: one.matterKey, label: one.name })) ?? []}
          onChange={(matter?: string) => change({ matter })}
        />
        <Button onClick={() => showMore(!more)} aria-expanded={more} aria-controls={moreId}>
          更多条件{set.length > 0 && `（${set.length}）`}
        </Button>
        {Object.keys(filters).length > 0 && (
          <Button onClick={() => change(Object.fromEntries(filterNames.map((name) => [name, undefined])))}>
            清除条件
          </Button>
        )}
      </div>
      <div id={moreId} hidden={!more}>
        {more && <MoreFilters filters={filters} change={change} />}
      </div>
    </search>
  );
}

function MoreFilters({ filters, change }: Props) {
  const team = useAsk('getTeam', {}, { staleTime: 60_000 });
  const regions = useAsk('listRegions', {}, { staleTime: 3_600_000 });
  const people = (team.data?.people ?? []).map((one) => ({ value: one.officerId, label: one.name }));
  return (
    <div className="filters filters-more">
      <Labelled label="承办人">
        {(id) => (
          <Select
            id={id}
            allowClear
            placeholder="不限"
            value={filters.holder || undefined}
            options={[{ value: 'nobody', label: '还没有承办人' }, ...people]}
            onChange={(holder?: string) => change({ holder })}
          />
        )}
      </Labelled>
      <Labelled label="状态">
        {(id) => (
          <Select
            id={id}
            allowClear
            placeholder="不限"
            value={filters.state || undefined}
            options={stateOptions}
            onChange={(state?: string) => change({ state })}
          />
        )}
      </Labelled>
      <Labelled label="地区">
        {(id) => (
          <Select
            id={id}
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="不限"
            value={filters.region || undefined}
            options={(regions.data?.regions ?? []).map((one) => ({ value: one.code, label: one.name }))}
            onChange={(region?: string) => change({ region })}
          />
        )}
      </Labelled>
      <DayRange label="提交日期" from="receivedFrom" to="receivedTo" filters={filters} change={change} />
      <DayRange label="期限" from="dueFrom" to="dueTo" filters={filters} change={change} />
    </div>
  );
}

type DayName = 'receivedFrom' | 'receivedTo' | 'dueFrom' | 'dueTo';

function DayRange({ label, from, to, filters, change }: Props & { label: string; from: DayName; to: DayName }) {
  return (
    <fieldset className="day-range">
      <legend>{label}</legend>
      {([from, to] as const).map((name, index) => (
        <Input
          key={name}
          type="date"
          aria-label={`${label}${index === 0 ? '从' : '到'}`}
          value={filters[name] ?? ''}
          min={index === 1 ? filters[from] : undefined}
          onChange={(event) => change({ [name]: event.target.value })}
        />
      ))}
    </fieldset>
  );
}
