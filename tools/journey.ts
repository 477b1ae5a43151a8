/**
 * `npm run journey [-- --url http://127.0.0.1:8080]`: walks the whole road against a running demonstration, through its public API
 * alone, and prints each step with its figures. Exit code 1 if any step is missing or wrong. May be run again on the same data.
 */
import { parseArgs } from 'node:util';
import { allEndpoints } from '#contract/all-endpoints.ts';
import { agents } from './journey/agents.ts';
import { apply } from './journey/apply.ts';
import { archive } from './journey/archive.ts';
import { changeCatalog } from './journey/change-catalog.ts';
import { atTheCounter, resultAtTheCounter } from './journey/counter.ts';
import { decide } from './journey/decide.ts';
import { explain } from './journey/explain.ts';
import { hearBack } from './journey/hear-back.ts';
import { importRecords } from './journey/import-records.ts';
import { lookAround } from './journey/look-around.ts';
import { lookAtGuide } from './journey/look-at-guide.ts';
import { handInMaterials } from './journey/materials.ts';
import { objectionDoors } from './journey/objection-doors.ts';
import { objections } from './journey/objections.ts';
import { orders } from './journey/orders.ts';
import { outage } from './journey/outage.ts';
import { readings } from './journey/readings.ts';
import { openRoad } from './journey/road.ts';
import { sharedData } from './journey/shared-data.ts';
import { runSteps } from './journey/steps.ts';
import { supervise } from './journey/supervise.ts';
import { takeEffect } from './journey/take-effect.ts';
import { twoLetters } from './journey/two-letters.ts';
import { atTheWindow } from './journey/window.ts';
import { withoutAccount } from './journey/without-account.ts';

const { values } = parseArgs({
  options: { url: { type: 'string', default: `http://127.0.0.1:${process.env.PORT || 8080}` } },
});
const print = (line: string) => process.stdout.write(`${line}\n`);
const road = openRoad(new URL(values.url));
const startedAt = performance.now();
await fetch(new URL('/health/live', road.platform.url)).catch(() => {
  print(`连不上 ${road.platform.url.origin}：请先在另一个终端执行 npm start，或者用 --url 给出地址。`);
  process.exit(1);
});

print(`信用修复一件事：全程演练  ${road.platform.url.origin}  编号 ${road.run}\n`);
const { passed, failed } = await runSteps(
  [
    ...lookAround(road),
    ...lookAtGuide(road),
    ...importRecords(road),
    ...apply(road),
    ...handInMaterials(road),
    ...atTheWindow(road),
    ...atTheCounter(road),
    ...sharedData(road),
    ...decide(road),
    ...withoutAccount(road),
    ...agents(road),
    ...explain(road),
    ...outage(road),
    ...takeEffect(road),
    ...archive(road),
    // After the papers are checked: a refusal that falls with an objection no longer stands.
    ...objections(road),
    ...objectionDoors(road),
    ...hearBack(road),
    ...twoLetters(road),
    ...orders(road),
    ...supervise(road),
    ...readings(road),
    ...resultAtTheCounter(road),
    ...changeCatalog(road),
  ],
  print,
);

const untouched = allEndpoints.filter((one) => !road.platform.called.has(one.name)).map((one) => one.name);
const seconds = Math.round((performance.now() - startedAt) / 1000);
print(
  `\n接口共 ${allEndpoints.length} 个，走到 ${allEndpoints.length - untouched.length} 个；没有走到：${untouched.join('、') || '无'}`,
);
print(`${passed} 步完成，${failed.length} 步没有完成，用时 ${seconds} 秒`);
for (const title of failed) print(`没有完成：${title}`);
process.exitCode = failed.length > 0 ? 1 : 0;
