import './objection.css';
import { Checkbox, Radio } from 'antd';
import type { ObjectionWay } from '#contract/objection-views.ts';
import { sayFact } from '#domain/casework/objections/record-corrections.ts';
import type { ReplyTo } from '../../../api.ts';
import { Cites } from '../../Cites.tsx';
import { FactInput } from '../../FactInput.tsx';
import { Labelled } from '../../Labelled.tsx';
import { TextBox, TextLine } from '../../TextInput.tsx';
import { UploadField } from '../UploadField.tsx';
import type { useCounterObjection } from './use-counter-objection.tsx';

interface Props {
  readonly form: ReturnType<typeof useCounterObjection>;
  readonly way: ObjectionWay;
  readonly subjectKey: string;
  readonly ways: ReplyTo<'getObjectionWays'>;
}

/** What is wrong and why, with papers; the same as online. */
export function ObjectionContent({ form, way, subjectKey, ways }: Props) {
  const { typed, change } = form;
  const ticked = way.facts.filter((fact) => fact.field in typed.claims);
  const tick = (fields: readonly string[]) =>
    change({ claims: Object.fromEntries(fields.map((field) => [field, typed.claims[field] ?? ''])) });
  return (
    <section className="card objection-content" id="objection-content" tabIndex={-1} aria-labelledby="content-title">
      <h2 id="content-title">
        内容和理由 <kbd>Alt+3</kbd>
      </h2>
      {way.facts.length > 0 && (
        <fieldset id="objection-claims">
          <legend>哪里不对（可以选几处）</legend>
          <Checkbox.Group
            className="claims"
            value={ticked.map((fact) => fact.field)}
            onChange={(fields) => tick(fields.map(String))}
            options={way.facts.map((fact) => ({
              value: fact.field,
              label: `${fact.label}：${sayFact(fact.field, fact.says)}`,
            }))}
          />
        </fieldset>
      )}
      {ticked.map((fact) => (
        <div key={fact.field} id={`objection-claim-${fact.field}`}>
          <FactInput
            fact={{ ...fact, label: `${fact.label}应当是` }}
            value={typed.claims[fact.field] ?? ''}
            change={(value) => change({ claims: { ...typed.claims, [fact.field]: value } })}
          />
        </div>
      ))}
      <Labelled label="事实和理由" id="objection-reasons">
        {(id) => (
          <TextBox
            id={id}
            maxLength={5000}
            autoSize={{ minRows: 3, maxRows: 12 }}
            value={typed.reasons}
            onChange={(event) => change({ reasons: event.target.value })}
          />
        )}
      </Labelled>
      <fieldset>
        <legend>佐证材料</legend>
        {way.evidence && (
          <p>
            {way.evidence.text} <Cites cites={way.evidence.cites} />
          </p>
        )}
        <UploadField
          subjectKey={subjectKey}
          materialKey="objection-evidence"
          label="佐证材料"
          files={typed.files}
          change={(files) => change({ files })}
        />
      </fieldset>
      {way.doors.length > 1 && (
        <Labelled label="怎样提出">
          {() => (
            <Radio.Group
              aria-label="怎样提出"
              value={typed.door ?? way.doors[0]}
              onChange={(event) => change({ door: event.target.value as 'credit-china' | 'unit' })}
              options={[
                { value: 'credit-china', label: '经“信用中国”（1 个工作日内推送）' },
                { value: 'unit', label: `直接向${ways.record.unitName ?? ways.record.organName}` },
              ]}
            />
          )}
        </Labelled>
      )}
      <div className="person-row">
        <Labelled label="联系人" id="objection-contact">
          {(id) => (
            <TextLine
              id={id}
              maxLength={60}
              value={typed.contact.name}
              onChange={(event) => change({ contact: { ...typed.contact, name: event.target.value } })}
            />
          )}
        </Labelled>
        <Labelled label="联系电话" id="objection-phone">
          {(id) => (
            <TextLine
              id={id}
              maxLength={20}
              value={typed.contact.phone}
              onChange={(event) => change({ contact: { ...typed.contact, phone: event.target.value } })}
            />
          )}
        </Labelled>
      </div>
    </section>
  );
}
