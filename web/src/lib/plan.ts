// What is read off a plan for its card.
import type { Plan } from './api.gen';
import { word, type Say } from './words';

export type Answer = Required<Pick<Plan, 'query'>> & Plan;
export type OnePlan = NonNullable<Plan['plans']>[number];
export type Leg = OnePlan['legs'][number];

/** The way in words: rides by mode, borders and changes of gauge by place. */
export function wayOf(plan: OnePlan, t: Say): { mode: string; text: string }[] {
  const parts: { mode: string; text: string }[] = [];
  for (const leg of plan.legs) {
    if (leg.mode === 'handling') continue;
    if (leg.mode === 'border') parts.push({ mode: 'border', text: leg.from.name });
    else if (leg.mode === 'gauge') parts.push({ mode: 'gauge', text: leg.from.name });
    else {
      const text = leg.serviceId || word(t, 'mode', leg.mode);
      if (parts.findLast((p) => p.mode !== 'border')?.text !== text) parts.push({ mode: leg.mode, text });
    }
  }
  return parts;
}

/** Words of the short list: `fastest`, `cheapest` ... joined by commas. */
export const reasons = (plan: OnePlan, t: Say): string =>
  plan.shortList.replace('train, never', 'train never').split(', ').map((r) => word(t, 'reason', r.replace(/ /g, '-'))).join(', ');
