// What is read off a plan for its card.
import type { Plan } from './api.gen';
import { word, type Say } from './words';

export type Answer = Required<Pick<Plan, 'query'>> & Plan;
export type OnePlan = NonNullable<Plan['plans']>[number];
export type Leg = OnePlan['legs'][number];

const waysMost = 40;

/** The way in words: rides by mode, borders and changes of gauge by place. */
export function wayOf(plan: OnePlan, t: Say, place: (p: Leg['from']) => string): { mode: string; text: string }[] {
  const parts: { mode: string; text: string }[] = [];
  for (const leg of plan.legs) {
    if (leg.mode === 'handling') continue;
    if (leg.mode === 'border') parts.push({ mode: 'border', text: place(leg.from) });
    else if (leg.mode === 'gauge') parts.push({ mode: 'gauge', text: place(leg.from) });
    else {
      const text = leg.serviceId || word(t, 'mode', leg.mode);
      if (parts.findLast((p) => p.mode !== 'border')?.text !== text) parts.push({ mode: leg.mode, text });
    }
  }
  // A way of very many parts is told by its ends.
  return parts.length <= waysMost ? parts
    : [...parts.slice(0, waysMost - 6), { mode: 'more', text: '…' }, ...parts.slice(-5)];
}

/** Words of the short list: `fastest`, `cheapest` ... joined by commas. */
export const reasons = (plan: OnePlan, t: Say): string =>
  plan.shortList.replace('train, never', 'train never').split(', ').map((r) => word(t, 'reason', r.replace(/ /g, '-'))).join(', ');
