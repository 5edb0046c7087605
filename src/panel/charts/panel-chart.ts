/** A chart on a canvas, in the panel's colours, which follows its data and the theme until destroyed. */
export interface PanelChart<Data> {
  update(data: Data): void;
  destroy(): void;
}
