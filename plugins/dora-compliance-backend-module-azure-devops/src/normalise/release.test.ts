import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import * as make from '../__testUtils__/azureObjects';
import { account, deployment, run } from '../__testUtils__/expectedSubjects';
import { normaliseEvent, readEvent } from '../__testUtils__/readEvent';
import * as sample from '../__testUtils__/sampleEvents';

describe('a classic release', () => {
  it.each([
    ['succeeded', 'service-deployed', {}],
    ['partiallySucceeded', 'service-deployed', {}],
    ['rejected', 'deployment-failed', { outcome: 'failure' }],
    ['canceled', 'deployment-failed', { outcome: 'error' }],
  ])('that %s', (status, type, predicate) => {
    expect(readEvent(sample.releaseEvent(status))).toMatchObject([
      {
        type,
        subjects: [deployment],
        predicate: {
          ...predicate,
          deployment: {
            id: '4/8',
            environment: { name: 'Production', production: true },
          },
        },
        observedAt: '2026-03-02T12:00:00.123Z',
      },
    ]);
  });

  it('that goes on tells nothing yet', () => {
    expect(readEvent(sample.releaseEvent('inProgress'))).toEqual([]);
  });

  it('names the build it deployed where it tells', () => {
    const [deployed] = readEvent(
      sample.releaseEvent('succeeded', {
        deployment: {
          release: sample.release,
          requestedFor: make.person('Anna'),
        },
      }),
    );
    expect(deployed).toMatchObject({
      subjects: [deployment, run],
      predicate: {
        deployment: { ref: 'main', runUrl: run.uri, deployer: account('Anna') },
      },
    });
  });

  it('that ended in a way nobody knows is flawed', () => {
    expect(normaliseEvent(sample.releaseEvent('exploded'))).toEqual({
      outcome: 'normalised',
      statements: [],
      flaws: ['the status of the deployment, exploded, is unknown'],
    });
  });

  it('may have release and environment below its deployment', () => {
    expect(readEvent(sample.shortReleaseEvent())).toEqual([
      {
        type: 'service-deployed',
        subjects: [deployment],
        predicate: {
          deployment: {
            id: '4/8',
            url: deployment.uri,
            environment: { name: 'Production', production: true },
          },
          deployedAt: '2026-03-02T12:00:00.123Z',
        },
        observedAt: '2026-03-02T12:00:00.123Z',
        sourceId: 'azure-devops',
      },
    ]);
  });

  it.each([
    [{ status: 'rejected' }, 'deployment-failed'],
    [{ status: undefined, deploymentStatus: 'failed' }, 'deployment-failed'],
    [{ status: null, deploymentStatus: 'succeeded' }, 'service-deployed'],
    [
      {
        environment: undefined,
        releaseEnvironment: { id: 8, name: 'Production' },
      },
      'service-deployed',
    ],
  ])('may be told by %j', (change, type) => {
    expect(readEvent(sample.shortReleaseEvent(change))).toMatchObject([
      { type, subjects: [deployment] },
    ]);
  });

  it.each([
    ['green', true],
    ['blue', undefined],
  ])('to %s is classified: %s', (name, expected) => {
    const environment = undefined;
    const releaseEnvironment = { id: 8, name };
    const [told] = readEvent(
      sample.shortReleaseEvent({ environment, releaseEnvironment }),
    ) as Statement<'service-deployed'>[];
    expect(told?.predicate.deployment.environment).toEqual({
      name,
      production: false,
      ...(expected && { classified: true }),
    });
  });

  it('may have the name its documentation gives its event', () => {
    const event = {
      ...sample.releaseEvent('succeeded'),
      eventType: 'ms.azure-devops-release.deployment-completed-event',
    };
    expect(readEvent(event)).toEqual(
      readEvent(sample.releaseEvent('succeeded')),
    );
  });
});
