/** Appends numbers to a run of bytes that grows. */
export interface ByteWriter {
  /** A non-negative integer below 2^53, seven bits a byte, the lowest first. */
  varint(value: number): void;
  /** Any number, in eight bytes. */
  float(value: number): void;
  bytes(): Uint8Array<ArrayBuffer>;
}

/** Reads numbers back in the order in which they were written. */
export interface ByteReader {
  varint(): number;
  float(): number;
}

export function createByteWriter(): ByteWriter {
  let buffer = new Uint8Array(4096);
  let length = 0;

  function reserve(more: number): void {
    if (length + more <= buffer.length) return;
    const larger = new Uint8Array(Math.max(buffer.length * 2, length + more));
    larger.set(buffer);
    buffer = larger;
  }

  return {
    varint(value) {
      reserve(8);
      let rest = value;
      while (rest >= 0x80) {
        buffer[length++] = (rest % 0x80) | 0x80;
        rest = Math.floor(rest / 0x80);
      }
      buffer[length++] = rest;
    },
    float(value) {
      reserve(8);
      new DataView(buffer.buffer).setFloat64(length, value, true);
      length += 8;
    },
    bytes: () => buffer.slice(0, length),
  };
}

/** @throws RangeError when more is read than was written. */
export function createByteReader(bytes: Uint8Array): ByteReader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let position = 0;
  return {
    varint() {
      let byte = view.getUint8(position++);
      if (byte < 0x80) return byte;
      let value = byte & 0x7f;
      let scale = 0x80;
      do {
        byte = view.getUint8(position++);
        value += (byte & 0x7f) * scale;
        scale *= 0x80;
      } while (byte >= 0x80);
      return value;
    },
    float() {
      position += 8;
      return view.getFloat64(position - 8, true);
    },
  };
}
