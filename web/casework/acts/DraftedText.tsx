import { Button, Input } from 'antd';
import { Labelled } from '../../office/Labelled.tsx';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly change: (text: string) => void;
  /** The words drafted from the facts. */
  readonly draft: string;
  readonly maxLength: number;
}

/** Words of a paper that are the officer's own, with a draft from the facts one press away. */
export function DraftedText({ label, value, change, draft, maxLength }: Props) {
  return (
    <div>
      <Labelled label={label}>
        {(id) => (
          <Input.TextArea
            id={id}
            value={value}
            maxLength={maxLength}
            showCount
            autoSize={{ minRows: 3, maxRows: 10 }}
            onChange={(event) => change(event.target.value)}
          />
        )}
      </Labelled>
      <Button size="small" onClick={() => change(draft.slice(0, maxLength))} disabled={value === draft}>
        {value.trim() === '' ? '按事实起草' : '换成按事实起草的'}
      </Button>
    </div>
  );
}
