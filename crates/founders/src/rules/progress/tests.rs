mod properties;
mod variants;
mod worked;
