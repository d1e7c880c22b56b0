import { defineEntity, p } from '@mikro-orm/core';

/** Before a source, or before a source as one key asks it: who asks it now, and how long it is to be left alone. */
const SourceGateSchema = defineEntity({
  name: 'SourceGate',
  tableName: 'source_gates',
  properties: {
    id: p.uuid().primary(),
    // The source's name, with the id of the key's row where it is asked by one.
    gateKey: p.string().length(150).unique('source_gates_gate_key_key'),
    // One process asks at a time, until then at the latest.
    leaseUntil: p.datetime(),
    // What it asked for itself, or a growing wait after failures.
    closedUntil: p.datetime(),
    failures: p.integer(),
  },
});
export class SourceGate extends SourceGateSchema.class {}
SourceGateSchema.setClass(SourceGate);
