import type { Digest } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useSearchParams } from 'react-router-dom';
import {
  type DeploymentName,
  readDeployment,
  toDeploymentParams,
} from './production/deploymentAddress';

/** By what the controls of the tab are grouped. */
export type Grouping = 'area' | 'layer';

/**
 * What the tab shows. All of it is in the address, so it can be shared: the control,
 * the deployment or the evidence that is open, and how the controls are grouped.
 */
export function useTabAddress() {
  const [params, setParams] = useSearchParams();
  const grouping: Grouping = params.get('by') === 'layer' ? 'layer' : 'area';
  const controlId = params.get('control') ?? undefined;
  return {
    view: readView(params),
    controlId,
    deployment: readDeployment(params),
    grouping,
    setGrouping: (to: Grouping) => setParams(write(to)),
    /** The address of all controls. */
    allControls: `?${write(grouping)}`,
    /** The address of a control within the tab. */
    toControl: (id: string) => `?${write(grouping, [['control', id]])}`,
    /** The address of a deployment to production. */
    toDeployment: (name: DeploymentName) =>
      `?${write(grouping, toDeploymentParams(name))}`,
    /** The address of some pieces of evidence; of all evidence if there are none. */
    toEvidence: (ids: readonly Digest[]) =>
      `?${write(grouping, [
        ['view', 'evidence'],
        ...ids.map((id): [string, string] => ['id', id]),
      ])}`,
  };
}

function readView(
  params: URLSearchParams,
): 'controls' | 'control' | 'deployment' | 'evidence' {
  const view = params.get('view');
  if (view === 'evidence') {
    return view;
  }
  if (view === 'deployment' && readDeployment(params)) {
    return view;
  }
  return params.get('control') ? 'control' : 'controls';
}

/** Omits defaults, so that addresses stay short. */
function write(
  grouping: Grouping,
  more: [string, string][] = [],
): URLSearchParams {
  return new URLSearchParams([
    ...(grouping !== 'area' ? [['by', grouping]] : []),
    ...more,
  ]);
}
