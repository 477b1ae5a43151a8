import { abnormalOperationScenarios } from './abnormal-operation.ts';
import { charitySeriousScenarios } from './charity-serious.ts';
import { cultureTourismScenarios } from './culture-tourism.ts';
import { customsDiscreditedScenarios } from './customs-discredited.ts';
import { farmInputsScenarios } from './farm-inputs.ts';
import { judgmentDefaulterScenarios } from './judgment-defaulter.ts';
import { marketPenaltyScenarios } from './market-penalty.ts';
import { marketSeriousScenarios } from './market-serious.ts';
import { otherPenaltyScenarios } from './other-penalty.ts';
import { overloadingScenarios } from './overloading.ts';
import type { ScenarioTable } from './scenario.ts';
import { statisticsSeriousScenarios } from './statistics-serious.ts';
import { taxSeriousScenarios } from './tax-serious.ts';
import { wageArrearsScenarios } from './wage-arrears.ts';
import { workSafetyScenarios } from './work-safety.ts';

/** Every scenario table, in the order of 附件3. */
export const scenarioTables: readonly ScenarioTable[] = [
  marketPenaltyScenarios,
  abnormalOperationScenarios,
  marketSeriousScenarios,
  taxSeriousScenarios,
  judgmentDefaulterScenarios,
  customsDiscreditedScenarios,
  wageArrearsScenarios,
  charitySeriousScenarios,
  farmInputsScenarios,
  statisticsSeriousScenarios,
  cultureTourismScenarios,
  workSafetyScenarios,
  overloadingScenarios,
  otherPenaltyScenarios,
];
