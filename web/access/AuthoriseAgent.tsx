import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { checkCitizenId, citizenIdFaultText } from '#domain/citizen-id.ts';
import { addDays, formatChinese } from '#domain/plain-date.ts';
import { normaliseCode } from '#domain/uscc.ts';
import { call, newRequestId } from '../api.ts';
import { asProblem, type FieldProblem } from '../api-problem.ts';
import { Button } from '../ui/Button.tsx';
import { ChoiceField } from '../ui/ChoiceField.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { DateField, TextField } from '../ui/Field.tsx';

interface Props {
  readonly subjectKey: string;
  readonly matters: readonly { readonly matterKey: string; readonly name: string }[];
  readonly today: string;
  readonly lastDay: string;
}

const usualDays = 90;

/** The form by which an enterprise authorises a person: who, for what, until when. */
export function AuthoriseAgent({ subjectKey, matters, today, lastDay }: Props) {
  const empty = { name: '', identifier: '', phone: '', until: addDays(today, usualDays) };
  const [form, setForm] = useState(empty);
  const [reach, setReach] = useState<'some' | 'all'>('some');
  const [chosen, setChosen] = useState<string[]>([]);
  const [faults, setFaults] = useState<readonly FieldProblem[]>([]);
  const requestId = useRef(newRequestId());
  const queries = useQueryClient();
  const change = (part: Partial<typeof empty>) => setForm((now) => ({ ...now, ...part }));
  const error = (field: string) => faults.find((one) => one.field === field)?.text;
  const grant = useMutation({
    mutationFn: () =>
      call('authoriseAgent', {
        params: { subjectKey },
        body: {
          requestId: requestId.current,
          name: form.name.trim(),
          identifier: normaliseCode(form.identifier),
          ...(form.phone.trim() ? { phone: normaliseCode(form.phone) } : {}),
          matters: reach === 'all' ? null : chosen,
          until: form.until,
        },
      }),
    onSuccess: async () => {
      requestId.current = newRequestId();
      setForm(empty);
      setChosen([]);
      await queries.invalidateQueries({ queryKey: ['authorisations', subjectKey] });
    },
    onError: (failure) => {
      const problem = asProblem(failure);
      if (!problem.lost) requestId.current = newRequestId();
      setFaults(problem.fields);
    },
  });
  const send = (event: React.FormEvent) => {
    event.preventDefault();
    const found: FieldProblem[] = [];
    const id = checkCitizenId(form.identifier);
    if (!form.name.trim()) found.push({ field: 'name', text: '请填写经办人身份证上的姓名' });
    if (!id.ok) found.push({ field: 'identifier', text: citizenIdFaultText(id.fault) });
    if (form.phone.trim() && !/^1[3-9]\d{9}$/.test(normaliseCode(form.phone)))
      found.push({ field: 'phone', text: '手机号应为 11 位' });
    if (reach === 'some' && chosen.length === 0) found.push({ field: 'matters', text: '请至少选一个事项' });
    if (form.until < today || form.until > lastDay)
      found.push({ field: 'until', text: `请选今天到${formatChinese(lastDay)}之间的一天` });
    setFaults(found);
    if (found.length === 0) grant.mutate();
  };
  return (
    <form className="card stack" onSubmit={send} noValidate>
      <h2>新的授权</h2>
      <p>对方在授权的事项上能看、能填、能提交、补正和撤回，不能再转授别人。您随时可以收回，并能看到他办过什么。</p>
      <ErrorSummary errors={[...faults]} />
      <TextField
        id="name"
        label="经办人姓名"
        maxLength={60}
        value={form.name}
        error={error('name')}
        onChange={(name) => change({ name })}
      />
      <TextField
        id="identifier"
        label="公民身份号码"
        hint="对方用这个号码实名的账号登录后，就能看到您的单位"
        value={form.identifier}
        error={error('identifier')}
        onChange={(identifier) => change({ identifier })}
      />
      <TextField
        id="phone"
        label="手机号"
        type="tel"
        optional
        value={form.phone}
        error={error('phone')}
        onChange={(phone) => change({ phone })}
      />
      <ChoiceField
        id="reach"
        legend="授权办哪些事项"
        inline
        choices={[
          { value: 'some', label: '选几个事项' },
          { value: 'all', label: '全部事项' },
        ]}
        value={[reach]}
        onChange={([value]) => setReach(value === 'all' ? 'all' : 'some')}
      />
      {reach === 'some' && (
        <ChoiceField
          id="matters"
          legend="事项"
          many
          choices={matters.map((one) => ({ value: one.matterKey, label: one.name }))}
          value={chosen}
          error={error('matters')}
          onChange={setChosen}
        />
      )}
      <DateField
        id="until"
        label="授权到哪一天"
        hint="这一天还能办，第二天起自动失效"
        min={today}
        max={lastDay}
        value={form.until}
        error={error('until')}
        onChange={(until) => change({ until })}
      />
      {grant.error && (
        <p className="bad" role="alert">
          {asProblem(grant.error).detail}
        </p>
      )}
      <Button type="submit" wide busy={grant.isPending} busyText="正在授权…">
        授权
      </Button>
      {grant.isSuccess && faults.length === 0 && (
        <p className="good" role="status">
          ✓ 已授权给{grant.data.agentName}，对方现在登录就能办理。
        </p>
      )}
    </form>
  );
}
