import { getSession } from '#contract/access.ts';
import { assessCase } from '#contract/assess-case.ts';
import { countDays, countWorkingDays, getCalendarYear } from '#contract/calendar.ts';
import { getLawArticle, getMatter, listMatters, listRegions, listUnits, routeItem } from '#contract/catalog.ts';
import { getGuide } from '#contract/guide.ts';
import { addMonths, formatChinese } from '#domain/plain-date.ts';
import type { Road } from './road.ts';
import { check, need, type Step } from './steps.ts';

interface Ready {
  readonly ok: boolean;
  readonly checks: Readonly<Record<string, { readonly text: string }>>;
}

/** What anybody sees without logging in: that it runs, the API's document, the catalogue, the guide, the calculator. */
export function lookAround(road: Road): Step[] {
  const { guest, platform } = road;
  const text = async (path: string) => {
    const reply = await fetch(new URL(path, platform.url));
    check(reply.ok, `${path} 答复 ${reply.status}`);
    return reply.text();
  };
  return [
    [
      '系统在运行',
      async (note) => {
        await text('/health/live');
        const ready = JSON.parse(await text('/health/ready')) as Ready;
        check(ready.ok, '系统没有就绪');
        note(
          Object.values(ready.checks)
            .map((one) => one.text)
            .join('；'),
        );
        check((await text('/metrics')).includes('# TYPE'), '/metrics 没有指标');
        const session = await guest.ask(getSession);
        check(session.demo, '这套系统不是演示（DEMO=0），没有演示账号和仿真服务可用');
        road.today = session.today;
        note(`今天：${formatChinese(session.today)}`);
      },
    ],
    [
      '接口说明',
      async (note) => {
        const document = JSON.parse(await text('/openapi.json')) as { openapi: string; paths: object };
        check(document.openapi.startsWith('3.1'), `openapi.json 的版本是 ${document.openapi}`);
        const paths = Object.keys(document.paths);
        check(
          paths.every((path) => /^\/(api\/v1|embed)\//.test(path)),
          '有接口不在 /api/v1/ 或者 /embed/ 之下',
        );
        note(`OpenAPI ${document.openapi}，${paths.length} 个路径`);
      },
    ],
    [
      '事项目录和办理指引',
      async (note) => {
        const { matters } = await guest.ask(listMatters, {});
        const own = matters.filter((one) => one.position <= 14);
        check(own.length >= 14, `目录里只有 ${own.length} 个事项`);
        const first = await guest.ask(getMatter, { params: { matterKey: own[0]!.matterKey } });
        check(first.name === own[0]!.name, '单个事项与目录不一致');
        const { regions } = await guest.ask(listRegions, {});
        const { units } = await guest.ask(listUnits, { query: { kind: 'window' } });
        check(
          regions.every((one) => units.some((unit) => unit.regionCode === one.code)),
          '有地区没有综合窗口',
        );
        const ours = own.filter((one) => one.decider === 'our-desk').length;
        note(
          `${own.length} 个事项：本平台办理 ${ours} 个，移送外部系统 ${own.length - ours} 个；${units.length} 个综合窗口`,
        );
        const guide = await guest.ask(getGuide, { params: { matterKey: 'tax-serious' }, query: { region: '360100' } });
        check(guide.steps.length > 2 && guide.conditions.length > 0 && guide.remedies.length > 0, '指引不完整');
        check(guide.units.length > 0, '指引没有列出办理单位');
        const cites = guide.conditions.flatMap((one) => one.cites);
        check(cites.length > 0, '指引的条件没有出处');
        const article = await guest.ask(getLawArticle, { params: { citation: cites[0]!.id } });
        note(
          `${guide.matter.name}：${guide.steps.length} 步、${guide.conditions.length} 个条件；${guide.units.map((one) => one.name).join('、')}`,
        );
        note(`第一个条件出自${article.citation}`);
        const routed = await guest.ask(routeItem, { query: { matter: 'work-safety', organ: '南昌市应急管理局' } });
        check(routed.unit.unitId === 'emergency-360100', `南昌市应急管理局的事项分到了 ${routed.unit.unitId}`);
      },
    ],
    [
      '工作日',
      async (note) => {
        const reply = await guest.ask(countWorkingDays, { query: { from: '2026-09-24', add: 6 } });
        check(reply.steps.length > 6 && reply.date === '2026-10-10', `2026-09-24 加 6 个工作日得到 ${reply.date}`);
        note(
          `2026-09-24 起 6 个工作日：${formatChinese(reply.date)}，跨过中秋、国庆，${reply.steps.length} 天逐日有说明`,
        );
        const paused = await guest.ask(countDays, {
          query: { from: '2026-09-24', count: 4, pauses: '2026-10-01..2026-10-08' },
        });
        check(paused.date === '2026-10-09', `国庆期间中止的 4 个工作日得到 ${paused.date}`);
        note(`${paused.text}${paused.steps.map((step) => step.text).join('；')}`);
        const { versions, alarm } = await guest.ask(getCalendarYear, { params: { year: '2019' } });
        check(versions.length === 2, `2019 年的放假安排有 ${versions.length} 个版本`);
        note(`2019 年改过一次：${versions.at(-1)!.notice.number}；${alarm ? alarm.text : '下一年的放假安排已录入'}`);
      },
    ],
    [
      '计算器：一条处罚现在能不能修复',
      async (note) => {
        const today = need(road.today, '今天的日期');
        const found = addMonths(today, -5);
        const verdict = await guest.ask(assessCase, {
          body: {
            id: 'a-1',
            matter: 'market-penalty',
            subjectType: 'organisation',
            findingDate: found,
            publishedDate: found,
            penalties: [{ kind: '罚款', amountYuan: 60000, bracket: 'ordinary' }],
            procedure: 'ordinary',
            field: 'other',
            dutiesPerformed: true,
            on: today,
          },
        });
        check(verdict.id === 'a-1' && verdict.class === 'general', `分类为 ${verdict.class}，应为一般`);
        check(verdict.verdict === 'repairable-now', `结论为 ${verdict.verdict}，应为现在可以修复`);
        check(
          verdict.publication.earliestEnd === addMonths(found, 3),
          `最短公示期到 ${verdict.publication.earliestEnd}`,
        );
        check(
          verdict.reasons.every((one) => one.text && one.cite),
          '有理由没有出处',
        );
        const { accept, decide, extend } = verdict.limits;
        note(
          `一般，公示满 3 个月（${verdict.publication.earliestEnd}），现在可以修复；受理 ${accept}、决定 ${decide}、延长 ${extend} 个工作日`,
        );
        const wrong = { matter: 'market-penalty', subjectType: 'organisation', dutiesPerformed: true, on: today };
        const body = { ...wrong, findingDate: '2026-02-30' };
        const problem = await guest.refused(assessCase, { body }, 400, 'malformed-date');
        check(problem.fields?.[0]?.field === 'findingDate', '没有指出是哪一项');
        note(`写错日期：${problem.detail}`);
      },
    ],
  ];
}
