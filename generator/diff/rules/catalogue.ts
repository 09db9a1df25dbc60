/** All rules by their stable id, in the order of the documentation. */
import {
  clientRules,
  docsRules,
  lifecycleRules,
  nameRules,
  responseRules,
  securityRules,
  serverRules,
  webhookRules,
} from './api.ts';
import { bodyRules, operationRules, parameterRules } from './operation.ts';
import type { Rule } from './rule.ts';
import { constraintRules, propertyRules, typeRules } from './type.ts';

const all = {
  ...operationRules,
  ...parameterRules,
  ...bodyRules,
  ...propertyRules,
  ...typeRules,
  ...constraintRules,
  ...responseRules,
  ...nameRules,
  ...securityRules,
  ...clientRules,
  ...serverRules,
  ...webhookRules,
  ...lifecycleRules,
  ...docsRules,
} satisfies Record<string, Rule>;

export type RuleId = keyof typeof all;
export const ruleCatalogue: Readonly<Record<RuleId, Rule>> = all;
export const isRuleId = (id: string): id is RuleId => Object.hasOwn(all, id);
