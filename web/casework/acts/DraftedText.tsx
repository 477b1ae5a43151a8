import { Button } from 'antd';
import { Labelled } from '../../office/Labelled.tsx';
import { TextBox } from '../../office/TextInput.tsx';

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
          <TextBox
            id={id}
            value={value}
            maxLength={maxLength}
            autoSize={{ minRows: 3, maxRows: 10 }}
            onChange={(event) => change(event.target.value)}
          />
        )}
      </Labelled>
      <Button size="small" onClick={() => change(draft)} disabled={value === draft}>
        {value.trim() === '' ? '按事实起草' : '换成按事实起草的'}
      </Button>
    </div>
  );
}
