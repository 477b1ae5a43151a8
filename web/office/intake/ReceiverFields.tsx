import { Checkbox } from 'antd';
import { type DocumentKind, documentKinds } from '#domain/intake/window-visit.ts';
import { normaliseCode } from '#domain/uscc.ts';
import { Labelled } from '../Labelled.tsx';
import { TextLine } from '../TextInput.tsx';

/** Who takes something away from the counter, as typed. */
export interface Receiver {
  readonly receivedBy: string;
  readonly document: DocumentKind;
  readonly documentNumber: string;
  readonly signed: boolean;
}

export const noReceiver: Receiver = { receivedBy: '', document: 'id-card', documentNumber: '', signed: false };

/** The part of the body that says who received and how they signed. */
export function receiverBody(it: Receiver) {
  return {
    receivedBy: it.receivedBy.trim(),
    ...(it.documentNumber.trim() ? { document: it.document, documentNumber: normaliseCode(it.documentNumber) } : {}),
    ...(it.signed ? { signature: { way: 'paper' as const } } : {}),
  };
}

/** Name, document and signature of the one who receives; of the number only a masked form is kept. */
export function ReceiverFields({ value, change }: { value: Receiver; change: (part: Partial<Receiver>) => void }) {
  return (
    <>
      <Labelled label="领取人姓名">
        {(id) => (
          <TextLine
            id={id}
            autoFocus
            value={value.receivedBy}
            maxLength={60}
            onChange={(event) => change({ receivedBy: event.target.value })}
          />
        )}
      </Labelled>
      <Labelled label="证件类型">
        {(id) => (
          <select
            id={id}
            className="plain-select"
            value={value.document}
            onChange={(event) => change({ document: event.target.value as DocumentKind })}
          >
            {Object.entries(documentKinds).map(([kind, label]) => (
              <option key={kind} value={kind}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      <Labelled label="证件号码">
        {(id) => (
          <TextLine
            id={id}
            value={value.documentNumber}
            maxLength={40}
            autoComplete="off"
            onChange={(event) => change({ documentNumber: event.target.value })}
          />
        )}
      </Labelled>
      <Checkbox checked={value.signed} onChange={(event) => change({ signed: event.target.checked })}>
        已在登记簿（回执存根）上签收
      </Checkbox>
    </>
  );
}
