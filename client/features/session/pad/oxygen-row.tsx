import { Segmented } from '../../../components/segmented.tsx';

/** Whether SpO₂ was taken on oxygen. Nobody said is a third thing, so nothing is chosen beforehand. */
export function OxygenRow({
  onOxygen,
  onChoose,
}: {
  readonly onOxygen: boolean | undefined;
  readonly onChoose: (onOxygen: boolean) => void;
}) {
  const value = onOxygen === undefined ? undefined : onOxygen ? 'oxygen' : 'air';
  return (
    <Segmented
      label="SpO₂ taken on"
      segments={[
        { value: 'air', label: 'On air' },
        { value: 'oxygen', label: 'On oxygen' },
      ]}
      value={value}
      onChoose={(chosen) => onChoose(chosen === 'oxygen')}
      onClear={() => onOxygen !== undefined && onChoose(onOxygen)}
    />
  );
}
