import { Select } from 'antd';
import { useState } from 'react';
import { Cites } from '../Cites.tsx';
import { Fielded } from './Fielded.tsx';
import { clauseText, filedPaper, findClauses } from './find-clauses.ts';

interface Props {
  readonly label: string;
  readonly path: string;
  readonly cites: readonly string[];
  readonly set: (cites: string[]) => void;
}

/** The clauses something rests on: found by typing number and article, or the paper filed with the change. */
export function CitesField({ label, path, cites, set }: Props) {
  const [typed, setTyped] = useState('');
  const found = [...findClauses(typed), filedPaper].filter((one) => !cites.includes(one.id));
  const registered = cites.filter((id) => !id.startsWith('filing'));
  return (
    <Fielded label={label} path={path} hint="写文号和第几条，如“36号第十四条”，从下面选；或者选“随报备附上的文件”。">
      {(control) => (
        <>
          <Select
            {...control}
            mode="multiple"
            value={[...cites]}
            showSearch={{ searchValue: typed, onSearch: setTyped, filterOption: false }}
            options={[...found.map(optionOf), ...cites.map((id) => ({ value: id, label: clauseText(id) }))]}
            notFoundContent="没有登记这一条。请核对文号和条号。"
            placeholder="如：36号第十四条"
            onChange={(next: string[]) => {
              setTyped('');
              set(next);
            }}
          />
          <Cites cites={registered.map((id) => ({ id, text: `看${clauseText(id)}` }))} />
        </>
      )}
    </Fielded>
  );
}

const optionOf = ({ id, text }: { id: string; text: string }) => ({ value: id, label: text });
