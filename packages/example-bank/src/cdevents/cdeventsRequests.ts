import { demoSecrets } from '../demoSecrets';
import { buildProject } from '../gitlab/names';
import { makeDigest, makeUuid } from '../github/names';
import type { Story } from '../Story';
import type { WireRequest } from '../WireRequest';

/** The tool that deploys what others built. */
const SOURCE = 'https://deploy.meridian.example';

/** The image, its signature, and its deployment to two environments. */
export function listCdeventsDeployment(story: Story): WireRequest[] {
  const { release, after, clock } = story;
  const { service } = release;
  const hex = makeDigest(`${service} ${after}`).replace(':', '%3A');
  const artifact = `pkg:oci/${service}@${hex}?repository_url=registry.meridian.example/${service}`;
  return [
    build(story, {
      type: 'artifact.published.0.3.0',
      at: clock(-40),
      subject: { id: artifact, content: {} },
    }),
    // Nobody checks the signature.
    build(story, {
      type: 'artifact.signed.0.2.0',
      at: clock(-39),
      subject: {
        id: artifact,
        content: { signature: makeDigest(`signature ${service} ${after}`) },
      },
    }),
    ...(['staging', 'production'] as const).map(environment =>
      build(story, {
        type: 'service.deployed.0.3.0',
        at: clock(environment === 'staging' ? -25 : 0),
        subject: {
          id: service,
          content: { environment: { id: environment }, artifactId: artifact },
        },
      }),
    ),
  ];
}

/** A CDEvent in a CloudEvent in structured mode. */
function build(
  { release, number, after }: Story,
  event: { type: string; at: string; subject: object },
): WireRequest {
  const { service } = release;
  const { at, subject } = event;
  const type = `dev.cdevents.${event.type}`;
  const name = `${service} ${number} ${event.type}`;
  const id = makeUuid(`cdevents ${name} ${at}`);
  return {
    source: 'cdevents',
    name,
    at,
    headers: {
      'Content-Type': 'application/cloudevents+json; charset=UTF-8',
      Authorization: `Bearer ${demoSecrets.cdevents}`,
    },
    body: JSON.stringify({
      specversion: '1.0',
      id,
      source: SOURCE,
      type,
      time: at,
      datacontenttype: 'application/json',
      data: {
        context: {
          specversion: '0.5.0',
          id,
          source: SOURCE,
          type,
          timestamp: at,
        },
        subject,
        customData: {
          dora: {
            entity: `component:default/${service}`,
            repository: buildProject(service).web_url,
            commit: after,
            deployer: { login: 'deploy-controller[bot]' },
          },
        },
      },
    }),
  };
}
