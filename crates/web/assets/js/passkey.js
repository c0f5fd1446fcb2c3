// Passkeys: only a script can ask a device for one. Without it, or where the browser knows none,
// the button stays hidden, and the page goes on without passkeys.
"use strict";

for (const place of document.querySelectorAll("[data-passkey]")) {
  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) continue;
  const form = place.closest("form");
  const button = place.querySelector("button");
  const failed = place.querySelector("[role=alert]");
  const makes = place.dataset.passkey === "make";

  async function answer() {
    const asked = await fetch(place.dataset.challenge, { method: "POST" });
    if (!asked.ok) throw new Error(`${asked.status}`);
    const { publicKey } = await asked.json();
    return makes
      ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(publicKey) })
      : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(publicKey) });
  }

  async function go(event) {
    event.preventDefault();
    if (makes && !form.reportValidity()) return;
    failed.hidden = true;
    button.disabled = true;
    try {
      form.elements.passkey.value = JSON.stringify(await answer());
      form.submit();
    } catch {
      // The person said no, the device is not there, or the time is over: the sentence fits each.
      failed.hidden = false;
      button.disabled = false;
    }
  }

  place.hidden = false;
  for (const words of form.querySelectorAll("[data-no-passkey]")) words.hidden = true;
  if (makes) form.addEventListener("submit", go);
  else button.addEventListener("click", go);
}
