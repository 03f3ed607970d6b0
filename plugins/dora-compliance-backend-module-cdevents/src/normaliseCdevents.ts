import {
  type KeptDocument,
  type Normalised,
  normaliseJson,
  describeProblem,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { CdEvent } from './cdevents/CdEvent';
import type { CdeventsScope } from './cdevents/CdeventsScope';
import { readCdEvent, type Reading } from './cdevents/readCdEvent';
import { readJsonData, readCloudEvent } from './cloudevents/CloudEvent';
import { type ContentMode, detectContentMode } from './cloudevents/contentMode';
import { toStructured } from './cloudevents/toStructured';

/**
 * Reads CDEvents: in CloudEvents of any mode, or one that came bare. Of a
 * batch each event is judged by itself; those that can't be read are flaws.
 */
export function normaliseCdevents(
  document: KeptDocument,
  scope: CdeventsScope,
): Normalised {
  try {
    const { headers, body } = toStructured(document);
    const mode = detectContentMode({ headers, body });
    const event = mode ? 'CloudEvent' : 'CDEvent';
    return normaliseJson(event, body, payload => read(payload, mode, scope));
  } catch (error) {
    return {
      outcome: 'rejected',
      reason: `CloudEvent: ${describeProblem(error)}`,
    };
  }
}

function read(
  payload: unknown,
  mode: ContentMode | undefined,
  scope: CdeventsScope,
): Reading {
  switch (mode) {
    case undefined:
      return readBare(payload, scope);
    case 'batch':
      return readBatch(payload, scope);
    default:
      return readWrapped(payload, scope);
  }
}

/** Another form with the wrong content type is told how to come. */
function readBare(payload: unknown, scope: CdeventsScope): Reading {
  const isEnvelope = (value: unknown) =>
    typeof value === 'object' &&
    value !== null &&
    'specversion' in value &&
    'data' in value;
  if (Array.isArray(payload) && payload.some(isEnvelope)) {
    throw new TypeError(
      'payload is a batch of CloudEvents: send it as application/cloudevents-batch+json',
    );
  }
  if (isEnvelope(payload)) {
    throw new TypeError(
      'payload is a CloudEvent: send it as application/cloudevents+json',
    );
  }
  return readCdEvent(payload, scope);
}

function readBatch(payload: unknown, scope: CdeventsScope): Reading {
  if (!Array.isArray(payload)) {
    throw new TypeError('a batch must be a list');
  }
  const readings = payload.map((event, index): Reading => {
    const inBatch = (flaw: string) => `event ${index}: ${flaw}`;
    try {
      const { statements, flaws } = readWrapped(event, scope);
      return { statements, flaws: flaws.map(inBatch) };
    } catch (error) {
      return { statements: [], flaws: [inBatch(describeProblem(error))] };
    }
  });
  return {
    statements: readings.flatMap(({ statements }) => statements),
    flaws: readings.flatMap(({ flaws }) => flaws),
  };
}

/** The envelope repeats the type of the event (CloudEvents binding). */
function readWrapped(payload: unknown, scope: CdeventsScope): Reading {
  const envelope = readCloudEvent(payload);
  const data = readJsonData(envelope);
  const reading = readCdEvent(data, scope);
  const { type } = (data as CdEvent).context;
  if (envelope.attributes.type !== type) {
    throw new TypeError(
      `the CloudEvent is a ${envelope.attributes.type}, the CDEvent a ${type}`,
    );
  }
  return reading;
}
