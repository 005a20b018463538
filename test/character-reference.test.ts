import { characterEntities } from "character-entities";
import { describe, expect, test } from "vitest";
import { decodeNamedCharacterReference } from "../server/read/character-reference.ts";

describe("named character references", () => {
  test("are decoded as micromark decodes them", () => {
    const decoded = Object.keys(characterEntities).map((name) => [name, decodeNamedCharacterReference(name)]);
    expect(decoded).toEqual(Object.entries(characterEntities));
  });

  test.each(["", "nosuchname", "amp;x", "AMPX", "#65", "notit"])("%j is none", (name) => {
    expect(decodeNamedCharacterReference(name)).toBe(false);
  });
});
