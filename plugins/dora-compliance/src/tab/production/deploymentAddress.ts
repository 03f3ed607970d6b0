import {
  type DeploymentParams,
  Instant,
  type RowView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** A deployment of some asset, as results and lists name it. */
export type DeploymentName = Pick<RowView['member'], 'at'> & {
  deployment: NonNullable<RowView['member']['deployment']>;
};

/** What the address of the page of a deployment says. */
export function toDeploymentParams({
  deployment: { id, environment },
  at,
}: DeploymentName): [string, string][] {
  return [
    ['view', 'deployment'],
    ['deployment', id],
    ['environment', environment],
    ['at', at],
  ];
}

/** The deployment that an address names; a time that is none is left out. */
export function readDeployment(
  params: URLSearchParams,
): DeploymentParams | undefined {
  const deployment = params.get('deployment');
  const environment = params.get('environment');
  const { data: at } = Instant.safeParse(params.get('at'));
  return deployment && environment
    ? { deployment, environment, ...(at && { at }) }
    : undefined;
}

/** The address of a deployment on the Compliance tab of its asset. */
export function addressOfDeployment(
  assetAddress: string,
  name: DeploymentName,
): string {
  const params = new URLSearchParams(toDeploymentParams(name));
  return `${assetAddress}/compliance?${params}`;
}
