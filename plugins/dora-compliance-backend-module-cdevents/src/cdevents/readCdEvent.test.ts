import { type Event, buildEvent } from '../__testUtils__/events';
import { read, readEvent } from '../__testUtils__/readEvent';

describe('an event', () => {
  it('may say null of what it leaves out', () => {
    const nulls = (event: Event) => {
      Object.assign(event.context, { chainId: null, links: null });
      Object.assign(event.subject, { source: null, type: null });
      Object.assign(event.subject.content, { url: null, errors: null });
      event.customData = null;
    };
    const without = (event: Event) => {
      Object.assign(event.subject, { source: undefined });
      delete event.subject.content.url;
      delete event.subject.content.errors;
      delete event.customData;
    };
    expect(read('pipelinerun.finished', nulls)).toEqual(
      read('pipelinerun.finished', without),
    );
    expect(read('pipelinerun.finished', nulls)).toBeDefined();
  });

  it.each(['service.deploy', 'deployment.finished', 'constructor.name'])(
    'called %s is none that is known, and a flaw',
    name => {
      const event = buildEvent('service.deployed', ({ context }) => {
        context.type = `dev.cdevents.${name}.0.3.0`;
      });
      expect(readEvent(event)).toEqual({
        statements: [],
        flaws: [
          `context.type ${name} is no event of CDEvents that is known here`,
        ],
      });
    },
  );
});

describe('earlier versions', () => {
  it('are read: 0.3 and 0.4 say version, type and url', () => {
    const event = {
      context: {
        version: '0.4.1',
        id: '1',
        source: '/ci',
        type: 'dev.cdevents.pipelinerun.finished.0.2.0',
        timestamp: '2024-01-15T10:32:00+01:00',
      },
      subject: {
        id: '7',
        source: '',
        type: 'pipelineRun',
        content: {
          pipelineName: 'ship',
          url: 'https://ci/7',
          outcome: 'success',
        },
      },
    };
    expect(readEvent(event).statements).toMatchObject([
      {
        subjects: [{ kind: 'pipeline-run', uri: 'urn:cdevents:%2Fci:7' }],
        predicate: {
          pipeline: { name: 'ship' },
          run: { id: '7', url: 'https://ci/7' },
          outcome: 'success',
        },
        observedAt: '2024-01-15T09:32:00.000Z',
      },
    ]);
  });
});
