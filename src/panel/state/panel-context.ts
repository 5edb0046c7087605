import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PanelState } from './panel-state.ts';

export const PanelContext = createContext<PanelState | null>(null);

/** The panel's state, for any view or component below App. */
export function usePanel(): PanelState {
  const state = useContext(PanelContext);
  if (!state) throw new Error('A view was mounted outside App: wrap it in PanelContext.');
  return state;
}
