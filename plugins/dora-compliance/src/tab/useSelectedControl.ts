import { useSearchParams } from 'react-router-dom';

/** The control shown in the tab; part of the address, so it can be shared. */
export function useSelectedControl(): string | undefined {
  const [params] = useSearchParams();
  return params.get('control') ?? undefined;
}

/** The address of a control within the tab. */
export function addressOfControl(controlId: string): string {
  return `?control=${encodeURIComponent(controlId)}`;
}
