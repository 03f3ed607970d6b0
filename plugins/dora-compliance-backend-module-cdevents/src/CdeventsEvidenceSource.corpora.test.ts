import type { Delivery } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { evidenceSourceContract } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import {
  inBatch,
  inBinaryMode,
  inStructuredMode,
  message,
  wrapped,
} from './__testUtils__/messages';
import {
  readConformance,
  readForeign,
  readCustomEvent,
} from './__testUtils__/recordings.corpora';
import { createCdeventsEvidenceSource } from './CdeventsEvidenceSource';

const create = () =>
  createCdeventsEvidenceSource({
    webhookTokens: ['old', 'new'],
    productionEnvironments: ['live'],
    events: false,
  });

const carrying =
  (authorization: string) =>
  (delivery: Delivery): Delivery => ({
    ...delivery,
    headers: { ...delivery.headers, authorization },
  });

const conformance = readConformance();
const source = create();

evidenceSourceContract('CDEvents, with the conformance events,', {
  create,
  deliveries: conformance
    .filter(({ file }) =>
      /^(approval_closed|artifact_publ|incident|service_depl)|run_finished/.test(
        file,
      ),
    )
    .flatMap(({ event }) => [
      inStructuredMode(wrapped(event)),
      inBinaryMode(wrapped(event)),
      message('application/json', event),
    ]),
  signs: [carrying('Bearer old'), carrying('bearer new')],
  forge: carrying('Bearer guessed'),
  proves: 'sender',
});

describe('the conformance events of CDEvents', () => {
  it('are 48', () => {
    expect(conformance).toHaveLength(48);
  });

  it.each(conformance.map(({ file, event }) => [file, event]))(
    '%s says the same in every form',
    (_, event) => {
      const bare = source.normalise(message('application/json', event));
      expect(bare.outcome).toBe('normalised');
      expect(bare).not.toHaveProperty('flaws');
      for (const form of [
        inStructuredMode(wrapped(event)),
        inBinaryMode(wrapped(event)),
        inBatch([wrapped(event)]),
      ]) {
        expect(source.normalise(form)).toEqual(bare);
      }
    },
  );

  it('give this evidence', () => {
    const given = conformance.flatMap(({ file, event }) => {
      const answer = source.normalise(inStructuredMode(wrapped(event)));
      return answer.outcome === 'normalised'
        ? answer.statements.map(({ type }) => `${file}: ${type}`)
        : [];
    });
    expect(given).toEqual([
      'artifact_published.json: artifact-published',
      'artifact_signed.json: artifact-signed',
      'branch_deleted.json: reference-changed',
      'incident_detected.json: incident-detected',
      'incident_reported.json: incident-detected',
      'incident_resolved.json: incident-resolved',
      'pipelinerun_finished.json: pipeline-run-finished',
      'repository_created.json: settings-changed',
      'repository_deleted.json: settings-changed',
      'repository_modified.json: settings-changed',
      'service_deployed.json: service-deployed',
      'service_rolledback.json: service-rolled-back',
      'service_upgraded.json: service-deployed',
      'taskrun_finished.json: pipeline-task-finished',
      'testsuiterun_finished.json: test-suite-finished',
    ]);
  });

  it('are nothing to us when custom', () => {
    expect(
      source.normalise(inStructuredMode(wrapped(readCustomEvent()))),
    ).toEqual({ outcome: 'normalised', statements: [] });
  });
});

describe.each(['tekton-chains', 'jenkins'])('payloads of %s', corpus => {
  const payloads = readForeign(corpus);

  it('are there', () => {
    expect(payloads.length).toBeGreaterThan(20);
  });

  it.each(payloads)('are rejected with the reason: %s', (_, body) => {
    for (const contentType of [
      'application/json',
      'application/cloudevents+json',
      'application/cloudevents-batch+json',
    ]) {
      const answer = source.normalise({
        headers: { 'content-type': contentType },
        body,
      });
      const told =
        answer.outcome === 'rejected' ? [answer.reason] : answer.flaws;
      const isEmptyList = new TextDecoder().decode(body).trim() === '[]';
      expect(isEmptyList || told?.every(Boolean)).toBe(true);
      expect(answer).not.toHaveProperty('statements.0');
    }
  });
});
