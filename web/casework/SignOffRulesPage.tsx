import './sign-off.css';
import { Button, Radio, Select } from 'antd';
import { useState } from 'react';
import { type RuledAct, ruledActNames, ruledActs } from '#domain/casework/sign-off-rule.ts';
import type { ReplyTo } from '../api.ts';
import { useAct, useAsk, useRequestId } from '../office/ask.ts';
import { Cites } from '../office/Cites.tsx';
import { Labelled } from '../office/Labelled.tsx';
import { Loaded, Nothing } from '../office/Loaded.tsx';
import { Page } from '../office/Page.tsx';
import { Refused } from '../office/Refused.tsx';
import { hasRole, useOfficer } from '../office/session.ts';
import { dayText, momentText } from '../office/when.ts';

type Rules = ReplyTo<'listSignOffRules'>;

const stepNames = { none: '一个人办', sign: '负责人签发', 'review-sign': '先审核、后签发' } as const;
const standingNames = { 'in-force': '现在有效', coming: '还没有生效', past: '已被替换' } as const;

/** 审核签发设置: through whose hands a unit's acts go. The head sets it; everybody of the unit reads it. */
export function SignOffRulesPage() {
  const rules = useAsk('listSignOffRules', {});
  const mayset = hasRole(useOfficer(), ['head']);
  return (
    <Page
      title="审核签发设置"
      intro="没有设置的，一个人办。越具体的越优先：事项和办理都写明的、只写明事项的、只写明办理的、全部。"
    >
      <Loaded query={rules} rows={6}>
        {(it) => (
          <>
            {it.approvals.length > 0 && <Approvals rules={it} />}
            {mayset ? <NewRule rules={it} /> : <p className="quiet">由本单位负责人设置。</p>}
            <History rules={it} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Approvals({ rules }: { rules: Rules }) {
  return (
    <section className="card" aria-labelledby="approvals-title">
      <h2 id="approvals-title">规定要求负责人批准的</h2>
      <ul className="tight">
        {rules.approvals.map((one) => (
          <li key={one.matterKey + one.act}>
            {one.matterName}：{one.actName}须经{one.by}批准 <Cites cites={[one.cite]} />
            <span className="quiet">{one.holdsHere ? '　平台按此要求签发' : '　平台只作提示，请在下面设置'}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function NewRule({ rules }: { rules: Rules }) {
  const set = useAct('setSignOffRule', ['listSignOffRules', 'getItem', 'getObjection']);
  const requestId = useRequestId();
  const [matterKey, setMatter] = useState('*');
  const [act, setAct] = useState<RuledAct | '*'>('*');
  const [steps, setSteps] = useState<keyof typeof stepNames>('review-sign');
  const [from, setFrom] = useState<'today' | 'tomorrow'>('tomorrow');
  const submit = () =>
    set.mutate(
      { body: { requestId: requestId.current(), matterKey, act, steps, from } },
      { onSuccess: () => requestId.answered(), onError: (error) => requestId.answered(error) },
    );
  return (
    <section className="card" aria-labelledby="rule-title">
      <h2 id="rule-title">设置</h2>
      <div className="rule-form">
        <Labelled label="事项">
          {(id) => (
            <Select
              id={id}
              showSearch={{ optionFilterProp: 'label' }}
              value={matterKey}
              onChange={setMatter}
              options={[
                { value: '*', label: '全部事项' },
                ...rules.matters.map((one) => ({ value: one.matterKey, label: one.name })),
              ]}
            />
          )}
        </Labelled>
        <Labelled label="办理">
          {(id) => (
            <Select
              id={id}
              value={act}
              onChange={setAct}
              options={[
                { value: '*', label: '全部办理（受理、补正除外）' },
                ...ruledActs.map((value) => ({ value, label: ruledActNames[value] })),
              ]}
            />
          )}
        </Labelled>
        <fieldset>
          <legend>几个人办</legend>
          <Radio.Group
            value={steps}
            onChange={(event) => setSteps(event.target.value as keyof typeof stepNames)}
            options={Object.entries(stepNames).map(([value, label]) => ({ value, label }))}
          />
        </fieldset>
        <fieldset>
          <legend>从什么时候起</legend>
          <Radio.Group
            value={from}
            onChange={(event) => setFrom(event.target.value as 'today' | 'tomorrow')}
            options={[
              { value: 'tomorrow', label: '明天' },
              { value: 'today', label: '现在' },
            ]}
          />
        </fieldset>
      </div>
      <p className="quiet">
        本单位有负责人 {rules.people.heads} 位、审核人 {rules.people.reviewers} 位。已经提请的件按提请时的办法走完。
      </p>
      {steps !== 'none' && rules.tooFew[steps].length > 0 && (
        <div className="hands-note" role="status">
          <p>
            <span className="chip chip-attention">▲ 人手不够</span>
          </p>
          <ul className="tight">
            {rules.tooFew[steps].map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </div>
      )}
      <Refused error={set.error} />
      <Button type="primary" loading={set.isPending} onClick={submit}>
        保存设置
      </Button>
      {set.isSuccess && <p role="status">已保存。</p>}
    </section>
  );
}

function History({ rules }: { rules: Rules }) {
  return (
    <section className="card" aria-labelledby="history-title">
      <h2 id="history-title">现在的设置和历史</h2>
      {rules.rules.length === 0 && <Nothing>还没有设置过：每一件由一个人办。</Nothing>}
      <ul className="plain-list">
        {rules.rules.map((one) => (
          <li key={one.setAt + one.matterKey + one.act} className="line-card">
            <p>
              <span className={one.standing === 'in-force' ? 'chip chip-good' : 'chip chip-plain'}>
                {standingNames[one.standing]}
              </span>{' '}
              <strong>{one.matterName}</strong>　{one.actName}　{stepNames[one.steps]}
            </p>
            <p className="quiet">
              自{dayText(one.from)}起　{one.setBy}设置于{momentText(one.setAt)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
