import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { readCdEvent, type Reading } from '../cdevents/readCdEvent';
import { type Event, buildEvent } from './events';

/** The URN of things of the source of all events, up to their id. */
export const URN = 'urn:cdevents:https%3A%2F%2Fcd.bank.example%2Fflow';

/** Reads an event where `live` is one more name of production. */
export function readEvent(event: unknown): Reading {
  return readCdEvent(event, {
    productionEnvironments: ['live'],
    nonProductionEnvironments: ['green'],
  });
}

/** The first statement of an event of the vocabulary. */
export function read(
  predicate: string,
  change?: (event: Event) => void,
): Statement | undefined {
  return readEvent(buildEvent(predicate, change)).statements[0];
}

/** Reads an event of the vocabulary that has this custom data. */
export function withCustomData(
  predicate: string,
  customData: unknown,
): Reading {
  return readEvent(
    buildEvent(predicate, event => {
      event.customData = customData;
    }),
  );
}

/** Reads an event of the vocabulary that has this supplement. */
export function supplemented(predicate: string, dora: unknown): Reading {
  return withCustomData(predicate, { dora });
}
