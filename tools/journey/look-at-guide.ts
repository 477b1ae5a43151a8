import {
  checkGuideCopy,
  getGuide,
  getGuideBlock,
  getGuidePdf,
  getWholeGuide,
  listGuideVersions,
} from '#contract/guide.ts';
import { countVisit, getChannelFigures, getEntryBlock, listGuideCopies } from '#contract/portals.ts';
import { officerOf, type Road } from './road.ts';
import { check, need, type Step } from './steps.ts';

/** The guide as portals and readers take it: whole, by version, printed, in a block; and which copy each portal holds. */
export function lookAtGuide(road: Road): Step[] {
  const { guest, platform } = road;
  const channel = 'credit-jiangxi';
  return [
    [
      '指引全文、版本和印刷版',
      async (note) => {
        const guide = await guest.ask(getWholeGuide, { query: { region: '360100' } });
        check(guide.matters.length >= 14 && guide.front.length >= 6, '指引全文不完整');
        check(
          guide.matters.every((one) => one.questions.length >= 6 && one.plain.length === 7),
          '有事项缺常见问题或者大白话',
        );
        check(
          need(guide.contacts, '南昌市的办理单位').units.every((one) => one.units.length > 0),
          '有事项没有办理单位',
        );
        const { versions } = await guest.ask(listGuideVersions, {});
        const current = versions.find((one) => one.state === 'current');
        check(current?.digest === guide.digest, '现行版本与指引全文不一致');
        const address = new URL('/api/v1/guide', platform.url);
        const etag = (await fetch(address)).headers.get('etag') ?? '';
        const again = await fetch(address, { headers: { 'if-none-match': etag } });
        check(again.status === 304, `同一份指引再取一次答复 ${again.status}，应为 304`);
        const whole = await guest.download(getGuidePdf, { query: {} });
        check(whole.content.subarray(0, 5).toString() === '%PDF-', '指引的印刷版不是 PDF');
        note(
          `版本 ${guide.version}，${guide.matters.length} 个事项，共 ${versions.length} 版；印刷版 ${Math.round(whole.content.length / 1000)} kB`,
        );
      },
    ],
    [
      '各网站的指引：嵌入、计数、核对副本',
      async (note) => {
        const keeper = await officerOf(road, 'catalog-keeper');
        const visits = async () => {
          const { portals } = await keeper.ask(listGuideCopies, {});
          return need(
            portals.find((one) => one.channel === channel),
            '信用中国（江西）',
          );
        };
        const before = (await visits()).visits.today;
        const block = await guest.download(getGuideBlock, { query: { channel, matter: 'tax-serious' } });
        check(block.type.startsWith('text/html') && !block.content.includes('<script'), '嵌入的小页面不对');
        const { counted } = await guest.ask(countVisit, { body: { channel, page: 'landing' } });
        check(counted, '从登记的网站点进来没有计数');
        const { digest } = await guest.ask(getGuide, { params: { matterKey: 'tax-serious' }, query: { channel } });
        const mine = await guest.ask(checkGuideCopy, { body: { digest, channel } });
        check(mine.status === 'current', '刚取用的指引被当作过期');
        const { versions } = await guest.ask(listGuideVersions, {});
        const past = need(
          versions.find((one) => one.state === 'past'),
          '以前的版本',
        );
        const old = await guest.ask(checkGuideCopy, { body: { version: past.version } });
        check(old.status === 'stale' && old.whatChanged.length > 0, '以前的版本没有被认出过期');
        await guest.refused(checkGuideCopy, { body: {} }, 400, 'nothing-to-check');
        const after = await visits();
        check(after.visits.today === before + 2, `今天访问由 ${before} 变成 ${after.visits.today}，应当多 2 次`);
        check(
          after.copies.some((one) => one.form === 'block' && one.isCurrent),
          '没有记下小页面是哪一版',
        );
        const entry = await guest.download(getEntryBlock, { query: { channel, matter: 'tax-serious' } });
        check(entry.content.includes(`/apply-for/tax-serious?channel=${channel}`), '嵌入的入口没有带上渠道');
        const supervisor = await officerOf(road, 'supervisor-360000');
        const { channels } = await supervisor.ask(getChannelFigures, { query: {} });
        const figure = need(
          channels.find((one) => one.channel === channel),
          '信用中国（江西）的访问和申请',
        );
        check(figure.visits >= before + 3, `按渠道只数到 ${figure.visits} 次访问`);
        note(`${after.name}：${after.copies.length} 份副本都是现行的；版本 ${past.version}：${old.text}`);
      },
    ],
  ];
}
